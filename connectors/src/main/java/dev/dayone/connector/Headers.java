package dev.dayone.connector;

/**
 * The contract between routes and connectors: plain headers, maps and lists.
 *
 * <ul>
 *   <li>{@code probe}: the body becomes a map of {@link dev.dayone.pilot.snapshot.Probe}'s fields.
 *   <li>{@code discover}: the body becomes a list of maps, each with {@link dev.dayone.pilot.snapshot.TableInfo}'s
 *       fields, {@code readable} (may the account read it) and {@code random} ({@code ranges}, {@code tablesample} or
 *       {@code none}: by what means rows can be drawn).
 *   <li>{@code read}: {@link #TABLE}, {@link #COLUMNS}, {@link #SELECTION} and {@link #CURSOR} in; the body becomes a
 *       list or iterator of maps by column name whose values are texts, numbers, booleans or null; times are ISO texts
 *       in UTC, binaries their length. {@link #NEXT_CURSOR} is set unless the selection is at its end.
 * </ul>
 *
 * A selection is a map with {@code method}: {@code all} and {@code latest} ({@code limit}, {@code by}) page by cursor;
 * {@code ranges} ({@code ranges}: pairs of first and last key) and {@code tablesample} ({@code percent}, {@code seed},
 * {@code limit}) answer in one page; {@code bounds} ({@code upTo}) answers one row with {@code rows} (counted up to
 * that many), and {@code min} and {@code max} of a single numeric key.
 */
public final class Headers {
    public static final String OPERATION = "DayoneOperation";
    public static final String TABLE = "DayoneTable";
    public static final String COLUMNS = "DayoneColumns";
    public static final String SELECTION = "DayoneSelection";
    public static final String CURSOR = "DayoneCursor";
    public static final String NEXT_CURSOR = "DayoneNextCursor";

    public static final String PROBE = "probe";
    public static final String DISCOVER = "discover";
    public static final String READ = "read";

    private Headers() {}
}
