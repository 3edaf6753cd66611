package dev.dayone.connector;

/**
 * The contract between routes and connectors: plain headers, maps and lists.
 *
 * <ul>
 *   <li>{@code probe}: the body becomes a map of {@link dev.dayone.pilot.snapshot.Probe}'s fields.
 *   <li>{@code discover}: the body becomes a list of maps, each with {@link dev.dayone.pilot.snapshot.TableInfo}'s
 *       fields, {@code readable} (may the account read it), {@code random} ({@code ranges}, {@code tablesample},
 *       {@code scan} or {@code none}: by what means rows can be drawn) and {@code paged} (pages follow each other by a
 *       cursor although the table has no key). A source without a language for queries adds {@code lookups} (the columns
 *       that {@code keys} may name, and how many keys go into a call), {@code pageRows} (rows that a call answers),
 *       {@code calls} (what it took to find the table) and, where it can order rows, {@code latest} (the only
 *       {@code by}). With {@link #TABLES}, one that has to ask for each table answers the others without columns.
 *   <li>{@code read}: {@link #TABLE}, {@link #COLUMNS}, {@link #SELECTION} and {@link #CURSOR} in; the body becomes a
 *       list or iterator of maps by column name whose values are texts, numbers, booleans or null; times are ISO texts
 *       in UTC, binaries their length. {@link #NEXT_CURSOR} is set unless the selection is at its end; a body that is a
 *       {@link Page} tells the next cursor itself once it is drained.
 * </ul>
 *
 * A selection is a map with {@code method}: {@code all} and {@code latest} ({@code limit}, {@code by}) page by cursor;
 * {@code ranges} ({@code ranges}: pairs of first and last key) and {@code tablesample} ({@code percent}, {@code seed},
 * {@code limit}) answer in one page; {@code bounds} ({@code upTo}) answers one row with {@code row_count} (counted up to
 * that many), and {@code min_key} and {@code max_key} of a single numeric key; {@code keys} ({@code column},
 * {@code values}: texts, numbers or booleans as {@code read} answers them, {@code limit}) answers in one page the rows
 * whose column holds one of the values, or of the first {@code n} of them where the next cursor is {@code [n]};
 * {@code aggregate} ({@code distinct}: a list of lists of columns,
 * {@code maxRows}) answers one row with {@code row_count}, and {@code present_N} and {@code distinct_N} for the Nth
 * list, or fails as LIMIT_EXCEEDED if the source's own estimate of the rows touched is above {@code maxRows}.
 */
public final class Headers {
    public static final String OPERATION = "DayoneOperation";
    public static final String TABLE = "DayoneTable";
    public static final String TABLES = "DayoneTables";
    public static final String COLUMNS = "DayoneColumns";
    public static final String SELECTION = "DayoneSelection";
    public static final String CURSOR = "DayoneCursor";
    public static final String NEXT_CURSOR = "DayoneNextCursor";

    public static final String PROBE = "probe";
    public static final String DISCOVER = "discover";
    public static final String READ = "read";

    private Headers() {}
}
