package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows whose first name is a last name elsewhere in the table, and the reverse. */
final class SwappedNames implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "names-swapped", "Some rows have first and last name the wrong way round.")
            .because(
                    "A form or an import that asks for them in another order.",
                    "People are addressed by their family name, and do not match themselves elsewhere.")
            .mendedBy("Swap them back.", "Compare names in either order.", Decider.SYSTEM_OWNER);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return People.of(place).stream().map(people -> new Watch(place, people));
    }

    /** Holds every pair of names. */
    private static final class Watch implements RowWatch {
        private static final int OFTEN = 3;
        private static final int CLEARLY = 5;
        private final RowPlace place;
        private final People people;
        private final Map<String, Integer> firsts = new HashMap<>();
        private final Map<String, Integer> lasts = new HashMap<>();
        private final List<String[]> pairs = new ArrayList<>();

        private Watch(RowPlace place, People people) {
            this.place = place;
            this.people = people;
        }

        @Override
        public List<Integer> columns() {
            return List.of(people.first(), people.last());
        }

        @Override
        public void look(@Nullable String[] row) {
            String first = People.plain(row[people.first()]);
            String last = People.plain(row[people.last()]);
            if (first != null && last != null) {
                firsts.merge(first, 1, Integer::sum);
                lasts.merge(last, 1, Integer::sum);
                pairs.add(new String[] {first, last});
            }
        }

        @Override
        public Stream<Finding> found() {
            long swapped = pairs.stream().filter(this::isSwapped).count();
            return Stream.ofNullable(place.column(people.first())
                    .rows(KIND, swapped, "with first and last name swapped, by how others of the table are called."));
        }

        private boolean isSwapped(String[] pair) {
            int firstAsFirst = firsts.getOrDefault(pair[0], 0);
            int firstAsLast = lasts.getOrDefault(pair[0], 0);
            int lastAsLast = lasts.getOrDefault(pair[1], 0);
            int lastAsFirst = firsts.getOrDefault(pair[1], 0);
            return firstAsLast >= OFTEN
                    && lastAsFirst >= OFTEN
                    && firstAsLast >= CLEARLY * firstAsFirst
                    && lastAsFirst >= CLEARLY * lastAsLast;
        }
    }
}
