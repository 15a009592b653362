using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DigestBot;

/// <summary>
/// The arrows of the house: each room uses those to its left and none to its right. The compiler keeps the core from the
/// worker; these keep the rest, on the source text, since the rooms of one project share an assembly.
/// </summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Rooms = ["Settings", "Articles", "Digests", "Chats", "Subscriptions", "Delivery", "Commands"];
    private static readonly string Source = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "src"));

    public static TheoryData<string> CoreRooms => [.. Rooms];

    public static TheoryData<string> WorkerRooms =>
        [.. Directory.GetDirectories(Path.Combine(Source, "DigestBot", "Platforms")).Select(folder => "Platforms." + Path.GetFileName(folder))
            .Concat(["Monitoring", "Scheduling", "Storage", "Web"])];

    [Theory]
    [MemberData(nameof(CoreRooms))]
    public void A_room_of_the_core_uses_only_rooms_to_its_left(string room)
    {
        var right = Rooms[(Array.IndexOf(Rooms, room) + 1)..];

        Assert.DoesNotContain(Uses(Path.Combine(Source, "DigestBot.Core", room)), use => right.Contains(use.Room.Split('.')[0]));
    }

    [Theory]
    [MemberData(nameof(WorkerRooms))]
    public void A_plug_in_knows_no_other_plug_in(string room)
    {
        var others = WorkerRooms.Select(row => row.Data).Where(other => other != room);

        var uses = Uses(Path.Combine(Source, "DigestBot", room.Replace('.', Path.DirectorySeparatorChar)));

        Assert.DoesNotContain(uses, use => others.Any(other => use.Room == other || use.Room.StartsWith(other + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_folder_of_the_core_is_a_room_of_the_house() =>
        Assert.Equal(
            Rooms.Order(StringComparer.Ordinal),
            Directory.GetDirectories(Path.Combine(Source, "DigestBot.Core")).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj"))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void The_search_for_uses_finds_what_is_there() =>
        Assert.Contains(Uses(Path.Combine(Source, "DigestBot.Core", "Chats")), use => use.Room == "Digests");

    private static IEnumerable<(string File, string Room)> Uses(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        from Match match in Reference().Matches(File.ReadAllText(file))
        where !match.Groups["declared"].Success
        select (Path.GetFileName(file), match.Groups["room"].Value);

    [GeneratedRegex(@"(?<declared>namespace\s+)?\bDigestBot\.(?<room>\w+(\.\w+)*)")]
    private static partial Regex Reference();

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
