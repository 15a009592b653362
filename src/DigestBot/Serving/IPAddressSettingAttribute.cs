using System.ComponentModel.DataAnnotations;
using System.Net;

namespace DigestBot.Serving;

/// <summary>The setting of this key is an IP address to serve on.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IPAddressSettingAttribute(string key) : ValidationAttribute
{
    public override bool IsValid(object? value) => value is string text && IPAddress.TryParse(text, out _);

    public override string FormatErrorMessage(string name) => $"{key} is an IP address, such as 127.0.0.1, ::1 or 0.0.0.0";
}
