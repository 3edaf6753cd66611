package dev.dayone.pilot.yaml;

import dev.dayone.pilot.ColumnRef;
import dev.dayone.pilot.Link;
import java.util.regex.Pattern;

/** A link as a pilot file has it, on one line. */
public final class LinkLine {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");

    private LinkLine() {}

    /** An item of the list of links, without its dash. */
    public static String of(Link link) {
        return "{from: " + quoted(link.from()) + ", to: " + quoted(link.to()) + ", coverage: " + link.coverage()
                + (link.unique() ? ", unique: true}" : "}");
    }

    private static String quoted(ColumnRef column) {
        String reference = column.toString();
        return PLAIN.matcher(reference).matches() ? reference : "'" + reference.replace("'", "''") + "'";
    }
}
