package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.ValueCount;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What columns say of a whole row by one of a few values: flags and statuses. */
final class Flags {
    static final Set<String> YES =
            Set.of("true", "1", "t", "y", "yes", "x", "ja", "j", "wahr", "oui", "vrai", "si", "sí", "verdadero", "sim");
    static final Set<String> NO = Set.of("false", "0", "f", "n", "no", "nein", "falsch", "non", "faux", "falso", "nee");

    private static final Pattern STATUS = Pattern.compile(
            "(?:.*[_ ])?(?:status|state|zustand|statut|[eé]tat|estado|stato|situacao)|.*(?:Status|State)");
    private static final long A_LIST = 25;
    /** A flag of more values is none: a number of what was deleted, for one. */
    private static final long OF_A_FLAG = 4;

    private Flags() {}

    /** Rows that hold one of some words, whatever their case. */
    static long rows(ProfiledPlace place, Set<String> words) {
        return place.profile().distinct() > OF_A_FLAG
                ? 0
                : place.profile().top().stream()
                        .filter(value -> words.contains(value.value().strip().toLowerCase(Locale.ROOT)))
                        .mapToLong(ValueCount::count)
                        .sum();
    }

    /** Whether a column holds one of a few words for the state that a row is in. */
    static boolean isStatus(ProfiledPlace place) {
        String name = place.column().name();
        return RowPlace.isText(place)
                && RowPlace.isShown(place)
                && place.profile().distinct() <= A_LIST
                && (STATUS.matcher(name).matches()
                        || STATUS.matcher(name.toLowerCase(Locale.ROOT)).matches());
    }
}
