package dev.dayone.readiness.link.agree;

import dev.dayone.readiness.table.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether columns of two tables mean the same by their names. */
final class Names {
    /** The moment of a row's last change. */
    static final String CHANGED = "updated";

    private static final Set<String> OF_TIME =
            Set.of("at", "on", "date", "time", "datetime", "timestamp", "ts", "dt", "utc", "local", "day", "last");
    private static final Set<String> PLANNED = Set.of(
            "due",
            "remind",
            "reminder",
            "until",
            "to",
            "end",
            "ends",
            "expires",
            "expiry",
            "expired",
            "deadline",
            "target",
            "sla",
            "next",
            "plan",
            "planned",
            "scheduled",
            "valid",
            "expected",
            "estimated",
            "snoozed",
            "retry",
            "start",
            "starts");
    private static final Set<String> REFERS =
            Set.of("id", "ids", "no", "nr", "num", "number", "key", "fk", "ref", "code");
    private static final Map<String, String> ONE_WORD = Stream.of(
                    "created:creation,inserted,added,create",
                    CHANGED + ":modified,changed,edited,update",
                    "solved:resolved",
                    "email:mail,emailaddress,mailaddress",
                    "phone:phonenumber,telephone,tel,telefon",
                    "company:companyname,organisation,organization,organisationname,organizationname",
                    "postcode:zip,zipcode,postalcode,plz",
                    "firstname:givenname,forename",
                    "lastname:surname,familyname",
                    "country:countrycode",
                    "language:lang,languagecode")
            .flatMap(Names::words)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Names() {}

    private static Stream<Map.Entry<String, String>> words(String line) {
        int colon = line.indexOf(':');
        return Arrays.stream(line.substring(colon + 1).split(",", -1))
                .map(word -> Map.entry(word, line.substring(0, colon)));
    }

    /** What a column tells, in one word: {@code contact_e_mail} of {@code contacts} is {@code email}. */
    static String attribute(String table, String column) {
        return one(withoutTable(table, Words.of(column)));
    }

    /** Of which moment a time column tells: {@code creationDate} is {@code created}; empty: its name says no more than a time. */
    static String moment(String table, String column) {
        return one(withoutTable(
                table,
                Words.of(column).stream()
                        .filter(word -> !OF_TIME.contains(word))
                        .toList()));
    }

    private static String one(List<String> words) {
        String joined = String.join("", words);
        return ONE_WORD.getOrDefault(joined, joined);
    }

    private static List<String> withoutTable(String table, List<String> words) {
        return words.size() > 1 && names(words.get(0), table) ? words.subList(1, words.size()) : words;
    }

    /** Whether a column tells of a time that is planned from another. */
    static boolean isPlanned(String column) {
        return Words.of(column).stream().anyMatch(PLANNED::contains);
    }

    /** Whether a column refers to a table by its name: {@code ticket_no} to {@code tickets}. */
    static boolean refersTo(String column, String table) {
        List<String> words = Words.of(column);
        return words.size() > 1
                && REFERS.contains(words.get(words.size() - 1))
                && names(words.get(words.size() - 2), table);
    }

    private static boolean names(String word, String table) {
        List<String> of = Words.of(table);
        return !of.isEmpty() && Words.singular(of.get(of.size() - 1)).equals(Words.singular(word));
    }
}
