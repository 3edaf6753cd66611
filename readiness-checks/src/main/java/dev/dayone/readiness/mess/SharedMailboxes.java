package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Mailboxes of a role, such as info@, that stand for several rows each. */
final class SharedMailboxes implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "shared-mailboxes", "One mailbox of a role, such as info@, is the address of several rows.")
            .because(
                    "Customers who write from a mailbox that all of them use.",
                    "Who wrote is not told by the address: an answer may go to the wrong person.")
            .mendedBy(
                    "Keep a person beside the mailbox.",
                    "Do not tell persons by such an address; ask who writes.",
                    Decider.PROCESS_OWNER);

    private static final Set<String> ROLES = Set.of(
            "info",
            "office",
            "kontakt",
            "contact",
            "contacto",
            "contatti",
            "support",
            "service",
            "sales",
            "vertrieb",
            "mail",
            "post",
            "admin",
            "team",
            "hello",
            "hallo",
            "billing",
            "buchhaltung",
            "rechnung",
            "einkauf",
            "verwaltung",
            "zentrale",
            "accounts",
            "accounting",
            "orders",
            "help",
            "helpdesk",
            "marketing",
            "hr",
            "jobs");
    private static final double MOST = 0.5;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place.columns(RowPlace::isMail).stream().map(column -> new Watch(place.column(column), column));
    }

    /** Counts the rows of each such mailbox. */
    private static final class Watch implements RowWatch {
        private final ProfiledPlace place;
        private final int column;
        private final Map<String, Long> mailboxes = new HashMap<>();

        private Watch(ProfiledPlace place, int column) {
            this.place = place;
            this.column = column;
        }

        @Override
        public List<Integer> columns() {
            return List.of(column);
        }

        @Override
        public void look(@Nullable String[] row) {
            String text = row[column];
            int at = text == null ? -1 : text.indexOf('@');
            if (text != null && at > 0) {
                String address = text.strip().toLowerCase(Locale.ROOT);
                if (ROLES.contains(address.substring(0, Math.max(0, address.indexOf('@'))))) {
                    mailboxes.merge(address, 1L, Long::sum);
                }
            }
        }

        @Override
        public Stream<Finding> found() {
            long rows = mailboxes.values().stream()
                    .filter(count -> count > 1)
                    .mapToLong(Long::longValue)
                    .sum();
            return rows > MOST * place.filled()
                    ? Stream.empty()
                    : Stream.ofNullable(place.rows(KIND, rows, "behind a mailbox of a role that others have too."));
        }
    }
}
