namespace DigestBot.Platforms.Telegram.Rendering;

/// <summary>Fills parts with pieces: whole blocks where they fit, then whole pieces, then what <see cref="CutPoint"/> cuts.</summary>
internal sealed class TelegramPacking(int longest)
{
    private readonly List<TelegramText> _parts = [];
    private TelegramText _current = new();

    public static IReadOnlyList<TelegramText> Pack(IReadOnlyList<TelegramPiece> pieces, int longest)
    {
        var packing = new TelegramPacking(longest);
        for (var at = 0; at < pieces.Count;)
        {
            var end = at + 1;
            while (end < pieces.Count && !pieces[end].BeginsBlock)
                end++;
            packing.AddBlock(pieces, at, end);
            at = end;
        }

        packing.Close();
        return packing._parts;
    }

    private void AddBlock(IReadOnlyList<TelegramPiece> pieces, int start, int end)
    {
        var block = new TelegramText();
        for (var i = start; i < end; i++)
            block.Append(pieces[i].Joint, pieces[i].Text);

        if (TryAdd(TelegramPiece.BetweenBlocks, block))
            return;

        for (var i = start; i < end; i++)
        {
            if (!TryAdd(pieces[i].Joint, pieces[i].Text))
                AddCut(pieces[i].Text);
        }
    }

    /// <summary>Adds to the current part, or to a new one where it does not fit there.</summary>
    private bool TryAdd(string joint, TelegramText text)
    {
        if (_current.Length > 0 && !Fits(_current.Length + joint.Length + text.Length, _current.Entities.Count + text.Entities.Count))
        {
            if (!Fits(text.Length, text.Entities.Count))
                return false;
            Close();
        }

        if (!Fits(text.Length, text.Entities.Count))
            return false;

        _current.Append(joint, text);
        return true;
    }

    private void AddCut(TelegramText text)
    {
        Close();
        var whole = text.ToString();
        var start = 0;
        while (start < whole.Length)
        {
            var most = longest;
            var following = text.Entities.Where(entity => entity.Offset + entity.Length > start).Skip(TelegramPart.MostEntities).FirstOrDefault();
            if (following is not null)
                most = Math.Clamp(following.Offset - start, 1, most);

            var end = CutPoint.In(whole, start, most);
            _current = text.Slice(start, end);
            start = end;
            if (start < whole.Length)
                Close();
        }
    }

    private void Close()
    {
        if (_current.Length > 0)
            _parts.Add(_current);
        _current = new TelegramText();
    }

    private bool Fits(int length, int entities) => length <= longest && entities <= TelegramPart.MostEntities;
}
