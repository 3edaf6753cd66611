package dev.dayone.readiness.mess;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are one person under two spellings: they share a telephone number or nearly an address of e-mail, have the same
 * family name, and first names of which one may stand for the other.
 */
final class NearDuplicates implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "near-duplicates", "Several rows look like one person under two spellings.")
            .because(
                    "People who are entered again by somebody who did not find them.",
                    "A person is answered from half of what is known of them.")
            .mendedBy(
                    "Merge them, and search before entering.",
                    "Show all rows that look like the person, and let a human choose.",
                    Decider.PROCESS_OWNER);

    private static final Pattern PHONE = Pattern.compile(
            "(?:.*_)?(?:tele)?(?:phone|mobile|cell|telefon|handy)(?:_?(?:no|nr|number))?", Pattern.CASE_INSENSITIVE);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        List<Integer> mails = place.columns(RowPlace::isMail);
        List<Integer> phones = place.columns(column ->
                RowPlace.isText(column) && PHONE.matcher(column.column().name()).matches());
        return People.of(place).stream()
                .filter(people -> !mails.isEmpty() || !phones.isEmpty())
                .map(people -> new Watch(place, people, mails, phones));
    }

    /** Holds each person under what may be shared. */
    private static final class Watch implements RowWatch {
        private static final int DIGITS = 7;
        private static final int CROWD = 20;
        private static final double ALIKE = 0.9;
        private static final double MOST = 0.5;

        private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        private final RowPlace place;
        private final People people;
        private final List<Integer> mails;
        private final List<Integer> phones;
        private final Map<String, List<Person>> blocks = new HashMap<>();
        private long rows;

        private record Person(long row, String first, String last, String mail) {}

        private Watch(RowPlace place, People people, List<Integer> mails, List<Integer> phones) {
            this.place = place;
            this.people = people;
            this.mails = mails;
            this.phones = phones;
        }

        @Override
        public List<Integer> columns() {
            List<Integer> all = new ArrayList<>(List.of(people.first(), people.last()));
            all.addAll(mails);
            all.addAll(phones);
            return all;
        }

        @Override
        public void look(@Nullable String[] row) {
            long number = rows++;
            String first = People.plain(row[people.first()]);
            String last = People.plain(row[people.last()]);
            if (first == null || last == null) {
                return;
            }
            String mail = mails.isEmpty() ? null : People.plain(row[mails.get(0)]);
            Person person = new Person(number, first, last, mail == null ? "" : mail);
            for (int phone : phones) {
                String digits = row[phone] == null
                        ? ""
                        : row[phone].replaceAll("\\D", "").replaceFirst("^0+", "");
                if (digits.length() >= DIGITS && digits.chars().distinct().count() > 2) {
                    block("p" + last + digits.substring(digits.length() - DIGITS), person);
                }
            }
            int at = mail == null ? -1 : mail.indexOf('@');
            if (mail != null && at > 0) {
                block("m" + last + mail.substring(at), person);
            }
        }

        private void block(String shared, Person person) {
            blocks.computeIfAbsent(shared, none -> new ArrayList<>()).add(person);
        }

        @Override
        public Stream<Finding> found() {
            Set<Long> again = new HashSet<>();
            blocks.forEach((shared, some) -> {
                boolean byPhone = shared.startsWith("p");
                for (int i = 1; i < Math.min(some.size(), CROWD); i++) {
                    for (int j = 0; j < i; j++) {
                        if (isOne(some.get(i), some.get(j), byPhone)) {
                            again.add(some.get(i).row());
                        }
                    }
                }
            });
            return again.isEmpty() || again.size() > MOST * rows
                    ? Stream.empty()
                    : Stream.of(KIND.at(
                                    Severity.MINOR,
                                    place.table().toString(),
                                    Numbers.count(again.size(), "row")
                                            + " that look like a person of another row under another spelling.")
                            .rows((long) again.size(), rows, null)
                            .done());
        }

        /** Rows that are alike to the letter are another kind. */
        private boolean isOne(Person one, Person other, boolean byPhone) {
            boolean equal = one.first().equals(other.first()) && one.mail().equals(other.mail());
            return !equal
                    && one.row() != other.row()
                    && isFirst(one.first(), other.first())
                    && (byPhone || isMail(one.mail(), other.mail()));
        }

        private boolean isFirst(String one, String other) {
            return one.equals(other)
                    || isInitial(one, other)
                    || isInitial(other, one)
                    || similarity.apply(one, other) >= ALIKE;
        }

        private static boolean isInitial(String one, String other) {
            return one.replace(".", "").length() == 1 && other.startsWith(one.substring(0, 1));
        }

        private boolean isMail(String one, String other) {
            String mine = one.substring(0, one.indexOf('@'));
            String theirs = other.substring(0, other.indexOf('@'));
            return mine.endsWith(theirs) || theirs.endsWith(mine) || similarity.apply(mine, theirs) >= ALIKE;
        }
    }
}
