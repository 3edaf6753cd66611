package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.Tickets.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code helpdesk.tickets}. */
final class TicketRows implements TableRows {
    private static final long ORPHAN_REQUESTER = 7_000_000;
    private static final long ORPHAN_AGENT = 6_001;
    private static final int AREA_FILLED_SINCE = 490;
    private static final List<String> UNKNOWN_STATUS = List.of("Solved", "done", "in Arbeit", "CLOSED (auto)", "spam?");

    private final Company company;
    private final NoDate noDate;
    private final TicketTexts texts;
    private final Planting planted;
    private final Planting statuses;
    private final Planting dates;
    private final Planting dues;
    private final Planting deletions;
    private final Planting requesters;
    private final Planting assignees;

    TicketRows(Company company, NoDate noDate) {
        this.company = company;
        this.noDate = noDate;
        texts = new TicketTexts(company.seed());
        long seed = company.seed();
        planted = new Planting(seed, "ticket-text")
                .with(TICKET_HTML, 12)
                .with(TICKET_TRUNCATED, 6)
                .with(TICKET_PERSONAL_DATA, 8)
                .with(TICKET_TEST, 3)
                .with(TICKET_MOJIBAKE, 4)
                .with(TICKET_DESCRIPTION_PLACEHOLDER, 6);
        statuses = new Planting(seed, "ticket-status").with(TICKET_STATUS_UNKNOWN, 3);
        dates = new Planting(seed, "ticket-dates").with(TICKET_SOLVED_BEFORE_CREATED, 2);
        dues = new Planting(seed, "ticket-due").with(TICKET_DATE_ZERO, 5);
        deletions = new Planting(seed, "ticket-deletion").with(TICKET_DELETED_FLAG, 4);
        requesters = new Planting(seed, "ticket-requester").with(TICKET_REQUESTER_ORPHAN, 3);
        assignees = new Planting(seed, "ticket-assignee").with(TICKET_ASSIGNEE_ORPHAN, 4);
    }

    static long id(long index) {
        return index + 1;
    }

    @Override
    public String table() {
        return "tickets";
    }

    @Override
    public long count() {
        return company.sizes().tickets();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = id(index);
        Ticket ticket = company.tickets().at(index);
        Draw draw = new Draw(company.seed() + 1, Purpose.TICKET, index);
        DefectKind kind = planted.at(index);
        plant(kind, id, log);
        TicketTexts.Text text = texts.of(ticket, kind);
        long created = ticket.created() + Tickets.UNSAID_SHIFT;
        out.add(id)
                .add(
                        plant(requesters.at(index), id, log)
                                ? ORPHAN_REQUESTER + index
                                : RequesterRows.FIRST_ID + ticket.requester())
                .add(
                        plant(assignees.at(index), id, log)
                                ? ORPHAN_AGENT + draw.below(9)
                                : AgentRows.FIRST_ID
                                        + draw.below(company.sizes().agents()))
                .add(text.subject())
                .add(text.description())
                .add(plant(statuses.at(index), id, log) ? draw.pick(UNKNOWN_STATUS) : ticket.status())
                .add(draw.pick(List.of("low", "normal", "normal", "normal", "high", "urgent")))
                .add(draw.pick(List.of("email", "email", "email", "web", "chat", "phone")))
                .add(ticket.language())
                .add(area(ticket, id, log))
                .addClock(created);
        if (ticket.replied()) {
            out.add(ticket.firstReplyMinutes());
        } else {
            out.addNull();
        }
        due(index, created, draw, out, id, log);
        solved(index, ticket, created, draw, out, id, log);
        out.add(ticket.reopened())
                .add(plant(deletions.at(index), id, log))
                .addClock(company.later(created, draw))
                .end();
    }

    private static boolean plant(@Nullable DefectKind kind, long id, DefectLog log) {
        if (kind == null) {
            return false;
        }
        log.plant(kind, id);
        return true;
    }

    private static @Nullable String area(Ticket ticket, long id, DefectLog log) {
        if (ticket.day() >= AREA_FILLED_SINCE) {
            return ticket.topic();
        }
        log.plant(TICKET_AREA_ONLY_RECENT, id);
        return null;
    }

    private void due(long index, long created, Draw draw, RowText out, long id, DefectLog log) {
        long due = created + (1 + draw.below(5)) * Calendar.DAY;
        boolean agreed = draw.chance(0.6);
        if (plant(dues.at(index), id, log)) {
            out.add(noDate.text());
        } else if (agreed) {
            out.addClock(due);
        } else {
            out.addNull();
        }
    }

    private void solved(long index, Ticket ticket, long created, Draw draw, RowText out, long id, DefectLog log) {
        long early = created - (1 + draw.below(30)) * Calendar.DAY;
        if (plant(dates.at(index), id, log)) {
            out.addClock(early);
        } else if (ticket.isSolved()) {
            out.addClock(ticket.solved() + Tickets.UNSAID_SHIFT);
        } else {
            out.addNull();
        }
    }
}
