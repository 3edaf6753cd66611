package dev.dayone.readiness.privacy;

import dev.dayone.pilot.TableSelection;
import dev.dayone.pilot.report.ColumnProfile;
import dev.dayone.pilot.report.Visibility;
import dev.dayone.pilot.snapshot.ColumnInfo;
import dev.dayone.pilot.snapshot.ColumnType;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which columns may be shown: the pilot's word first, then the column's name, then what its values look like. In
 * doubt a column is not shown; the pilot can say {@code shown}.
 */
public final class VisibilityRule {
    private static final double MANY_SENTENCES = 0.2;
    private static final double LONG_TEXT = 60;
    private static final int FEW_VALUES = 25;
    private static final int OFTEN = 4;
    private static final double MOST = 0.5;

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
        if (column.type().kind() == ColumnType.Kind.STRING) {
            return ofText(name, profile, signals);
        }
        return column.type().isNumeric() && personNumbers(profile) >= MOST
                ? new Decision(Visibility.PERSONAL, "its numbers look like cards or persons' numbers")
                : new Decision(Visibility.SHOWN, "neither its name nor its type is personal");
    }

    private static Decision ofText(String name, ColumnProfile profile, ContentSignals signals) {
        Decision sure = surely(name, signals);
        if (sure != null) {
            return sure;
        }
        // A few values that come again and again are a list to choose from; a few in a small table are not.
        long filled = profile.rows() - profile.nulls() - profile.blanks();
        boolean few = profile.distinct() <= FEW_VALUES && filled >= OFTEN * profile.distinct();
        if (NameRule.written(name) || (!few && NameRule.looselyWritten(name))) {
            return new Decision(Visibility.FREE_TEXT, "its name says written text");
        }
        double people = signals.person() + signals.given();
        if (people >= MOST || (signals.person() >= 0.15 && !few)) {
            return personal("people's names", people);
        }
        boolean longTexts = profile.length() != null && profile.length().mean() >= LONG_TEXT && !isCode(profile);
        if (!few && (signals.sentence() >= MANY_SENTENCES || longTexts)) {
            return new Decision(Visibility.FREE_TEXT, "long or many-worded texts");
        }
        return new Decision(Visibility.SHOWN, "neither its name nor its values look personal");
    }

    /** What check digits and forms leave no doubt of, however few such values are. */
    private static @Nullable Decision surely(String name, ContentSignals signals) {
        if (signals.email() >= 0.01) {
            return personal("e-mail addresses", signals.email());
        }
        if (signals.iban() >= 0.01) {
            return personal("bank accounts", signals.iban());
        }
        if (signals.card() >= 0.3) {
            return personal("payment cards", signals.card());
        }
        if (signals.national() >= MOST) {
            return personal("persons' numbers", signals.national());
        }
        if (signals.phone() >= 0.3) {
            return personal("phone numbers", signals.phone());
        }
        // Versions are written like addresses of the network.
        return signals.ip() >= 0.3 && !NameRule.versioned(name) ? personal("IP addresses", signals.ip()) : null;
    }

    /** Of the values that the profile names, the share that a card's or a person's number would pass. */
    private static double personNumbers(ColumnProfile profile) {
        Set<String> named = new HashSet<>();
        profile.top().forEach(value -> named.add(value.value()));
        Stream.of(profile.min(), profile.max()).filter(Objects::nonNull).forEach(named::add);
        long alike = named.stream()
                .map(TextKinds::of)
                .filter(kind -> kind == TextKind.CARD || kind == TextKind.PERSON_NUMBER)
                .count();
        return named.isEmpty() ? 0 : (double) alike / named.size();
    }

    private static boolean isCode(ColumnProfile profile) {
        return "url".equals(profile.inferredType()) || "uuid".equals(profile.inferredType());
    }

    private static Decision personal(String what, double share) {
        return new Decision(Visibility.PERSONAL, String.format(Locale.ROOT, "%.0f %% look like %s", share * 100, what));
    }
}
