namespace DigestBot.Subscriptions;

/// <summary>A store can't be used just now: what was asked of it is to be asked again.</summary>
public abstract class StoreException(string message, Exception? cause) : Exception(message, cause);
