namespace DigestBot.Simulators.Discord.Contract;

/// <summary>
/// Where the contract and the documentation differ, the documentation holds: what the contract says amiss, and why.
/// </summary>
internal static class ContractExceptions
{
    private static readonly (string Problem, string Reason)[] Known =
    [
        (".default_member_permissions is no integer or null", "documented as a string, like all sets of permission bits"),
    ];

    public static IReadOnlyList<string> Without(IReadOnlyList<string> problems) =>
        [.. problems.Where(problem => !Known.Any(known => problem.EndsWith(known.Problem, StringComparison.Ordinal)))];
}
