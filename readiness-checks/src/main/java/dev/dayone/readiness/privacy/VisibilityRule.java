package dev.dayone.readiness.privacy;

import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.Locale;

/**
 * Decides which columns may be shown: the pilot's word first, then the column's name, then what its values look like. In
 * doubt a column is not shown; the pilot can say {@code shown}.
 */
public final class VisibilityRule {
    private static final double MANY_SENTENCES = 0.2;
    private static final double LONG_TEXT = 60;
    private static final int FEW_VALUES = 25;

    private final String table;
    private final TableSelection selection;

    /** For a table of a name, of which the pilot says {@code selection}. */
    public VisibilityRule(String table, TableSelection selection) {
        this.table = table;
        this.selection = selection;
    }

    /** The decision for a column. */
    public Decision decide(ColumnInfo column, ColumnProfile profile, ContentSignals signals) {
        String name = column.name();
        if (selection.hash().contains(name)) {
            return new Decision(Visibility.PERSONAL, "the pilot has it hashed");
        }
        if (selection.personal().contains(name)) {
            return new Decision(Visibility.PERSONAL, "the pilot says personal");
        }
        if (selection.shown().contains(name)) {
            return new Decision(Visibility.SHOWN, "the pilot says shown");
        }
        String byName = NameRule.personal(table, name, column.type());
        if (byName != null) {
            return new Decision(Visibility.PERSONAL, byName);
        }
        return column.type().kind() == ColumnType.Kind.STRING
                ? ofText(name, profile, signals)
                : new Decision(Visibility.SHOWN, "neither its name nor its type is personal");
    }

    private static Decision ofText(String name, ColumnProfile profile, ContentSignals signals) {
        if (signals.email() >= 0.01) {
            return personal("e-mail addresses", signals.email());
        }
        if (signals.iban() >= 0.05) {
            return personal("bank accounts", signals.iban());
        }
        if (signals.phone() >= 0.3) {
            return personal("phone numbers", signals.phone());
        }
        if (signals.ip() >= 0.3) {
            return personal("IP addresses", signals.ip());
        }
        boolean few = profile.distinct() <= FEW_VALUES;
        if (NameRule.written(name) || (!few && NameRule.looselyWritten(name))) {
            return new Decision(Visibility.FREE_TEXT, "its name says written text");
        }
        if (signals.person() >= 0.15 && !few) {
            return personal("people's names", signals.person());
        }
        boolean longTexts = profile.length() != null && profile.length().mean() >= LONG_TEXT && !isCode(profile);
        if (!few && (signals.sentence() >= MANY_SENTENCES || longTexts)) {
            return new Decision(Visibility.FREE_TEXT, "long or many-worded texts");
        }
        return new Decision(Visibility.SHOWN, "neither its name nor its values look personal");
    }

    private static boolean isCode(ColumnProfile profile) {
        return "url".equals(profile.inferredType()) || "uuid".equals(profile.inferredType());
    }

    private static Decision personal(String what, double share) {
        return new Decision(Visibility.PERSONAL, String.format(Locale.ROOT, "%.0f %% look like %s", share * 100, what));
    }
}
