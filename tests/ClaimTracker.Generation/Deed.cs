using ClaimTracker.Domain;

namespace ClaimTracker.Generation;

/// <summary>Something that one side is said to do.</summary>
/// <param name="Act">The act of the dossier.</param>
/// <param name="Told">As a report has it after the name of who did it: “shelled villages”.</param>
internal sealed record Deed(string Act, string Told)
{
    /// <summary>Those that an event can be, the same every time.</summary>
    public static IReadOnlyList<Deed> All { get; } =
    [
        new("shell-villages", "shelled villages"), new("bomb-camps", "bombed camps"), new("cross-the-line", "crossed the line"),
        new("close-the-bridge", "closed the bridge"), new("seize-cattle", "seized cattle"), new("jam-radio", "jammed radio signals"),
    ];

    /// <summary>All acts of the conflict, those of no single day among them.</summary>
    public static IReadOnlyList<ConflictAct> Acts { get; } =
    [
        Of("shell-villages", "shell villages", "shelled villages", "shelling of villages"), Of("bomb-camps", "bomb camps", "bombed camps", "bombing of camps"),
        Of("cross-the-line", "cross the line", "crossed the line", "crossing of the line"), Of("close-the-bridge", "close the bridge", "closed the bridge", "closing of the bridge"),
        Of("seize-cattle", "seize cattle", "seized cattle", "seizure of cattle"), Of("jam-radio", "jam radio signals", "jammed radio signals", "jamming of radio signals"),
        new("begin-fighting", "begin the fighting", ["began the fighting"]) { Past = "began the fighting" },
        new("arm-gangs", "arm gangs", ["arms gangs", "arming gangs"]) { Standing = true, Ground = ActGround.Own },
    ];

    private static ConflictAct Of(string id, params string[] words) => new(id, words[0], words);
}
