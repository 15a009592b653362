using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DigestBot.Platforms.Discord.Simulator;

/// <summary>The simulator as a process of its own.</summary>
public sealed class DiscordProcessTests
{
    [Fact]
    public async Task The_simulator_runs_as_a_process_and_keeps_its_ledger_in_a_file()
    {
        var ledger = Path.GetTempFileName();
        using var process = Start(
            "--ledger", ledger, "--path", "/api", "--heartbeat", "1000", "--limits", "50,5,5", "--odd",
            "ExtraFields,MissingFields");
        try
        {
            var url = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!["url ".Length..];
            var gateway = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!["gateway ".Length..];
            using var http = new HttpClient { BaseAddress = new Uri(new Uri(url), "/control/") };
            using var order = new StringContent("""{"name":"Ani"}""");
            using var added = await http.PostAsync(
                new Uri("users", UriKind.Relative), order, TestContext.Current.CancellationToken);
            using var refused = await http.GetAsync(new Uri($"{url}/users/@me"), TestContext.Current.CancellationToken);
            var state = await http.GetFromJsonAsync<JsonNode>(
                new Uri("state", UriKind.Relative), TestContext.Current.CancellationToken);
            await using var socket = await RawGateway.ConnectAsync(new Uri(gateway));

            Assert.Equal((200, 403), ((int)added.StatusCode, (int)refused.StatusCode));
            Assert.Equal("1", state!["ledger"]!.ToString());
            Assert.Equal(1000, (int)(await socket.NextAsync())["d"]!["heartbeat_interval"]!);
            var line = JsonNode.Parse(Assert.Single(await ReadAsync(ledger)))!;
            Assert.Equal(
                ("getMe", "Refused", "403"),
                (line["method"]!.ToString(), line["verdict"]!.ToString(), line["status"]!.ToString()));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
            File.Delete(ledger);
        }
    }

    [Fact]
    public async Task A_wrong_command_line_says_what_is_right()
    {
        using var wrong = Start("--what");

        Assert.Contains("--reject-resumes", await wrong.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await wrong.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, wrong.ExitCode);
    }

    private static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "DigestBot.Simulators.dll"), "discord", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Reads the lines of a file that another process writes.</summary>
    private static async Task<string[]> ReadAsync(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
