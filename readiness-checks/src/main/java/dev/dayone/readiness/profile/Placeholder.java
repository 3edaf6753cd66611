package dev.dayone.readiness.profile;

import dev.dayone.pilot.report.ColumnProfile;
import java.util.Locale;
import java.util.Set;

/** Texts that people and systems write where there is no value. */
public final class Placeholder {
    private static final int LONGEST = 20;
    private static final long A_PICKLIST = 30;
    private static final long ROWS_A_CHOICE = 5;
    private static final Set<String> KNOWN = Set.of(
            "n/a",
            "na",
            "n.a.",
            "n.a",
            "#n/a",
            "none",
            "null",
            "nil",
            "nan",
            "(null)",
            "<null>",
            "undefined",
            "empty",
            "unknown",
            "unbekannt",
            "inconnu",
            "desconocido",
            "sconosciuto",
            "onbekend",
            "not available",
            "not applicable",
            "not specified",
            "unspecified",
            "tbd",
            "tba",
            "todo",
            "to be defined",
            "missing",
            "keine",
            "keine angabe",
            "k.a.",
            "k. a.",
            "leer",
            "aucun",
            "ninguno",
            "nessuno",
            "geen",
            "-",
            "--",
            "---",
            ".",
            "..",
            "...",
            "?",
            "??",
            "???",
            "x",
            "xx",
            "xxx",
            "xxxx",
            "_",
            "*",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "test",
            "dummy",
            "asdf",
            "foo",
            "bar",
            "lorem ipsum",
            "default",
            "other@example.com",
            "noreply@example.com");

    private Placeholder() {}

    /** Whether such a text is a choice in a column: one of a few values that come again and again. */
    public static boolean isChoice(ColumnProfile column) {
        long filled = column.rows() - column.nulls() - column.blanks();
        return column.distinctExact() && column.distinct() <= A_PICKLIST && filled >= column.distinct() * ROWS_A_CHOICE;
    }

    /** Whether a text is one of them, whatever its case. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && KNOWN.contains(plain(text));
    }

    /** As it is counted: trimmed, in lower case. */
    public static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
