package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.COMMENT_TICKET_ORPHAN;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.Tickets.Ticket;

/** Table {@code helpdesk.comments}: two a ticket on average, between one and four. */
final class CommentRows implements TableRows {
    private static final long ORPHAN_TICKET = 90_000_000;
    private static final int[] TICKET_OF_COMMENT = {0, 1, 1, 2, 3, 3, 3, 3};
    private static final int[] PLACE_IN_TICKET = {0, 0, 1, 0, 0, 1, 2, 3};

    private final Company company;
    private final CommentTexts texts;
    private final Planting keys;

    CommentRows(Company company) {
        this.company = company;
        texts = new CommentTexts();
        keys = new Planting(company.seed(), "comment-keys").with(COMMENT_TICKET_ORPHAN, 2);
    }

    @Override
    public String table() {
        return "comments";
    }

    @Override
    public long count() {
        return company.sizes().tickets() / 4 * TICKET_OF_COMMENT.length;
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = index + 1;
        int place = (int) (index % TICKET_OF_COMMENT.length);
        Ticket ticket = company.tickets().at(index / TICKET_OF_COMMENT.length * 4 + TICKET_OF_COMMENT[place]);
        int turn = PLACE_IN_TICKET[place];
        if (!ticket.replied()) {
            return;
        }
        Draw draw = new Draw(company.seed(), Purpose.COMMENT, index);
        boolean byAgent = turn % 2 == 0;
        long written = ticket.created() + 60 * (ticket.firstReplyMinutes() + turn * (20L + draw.below(600)));
        long ticketId = TicketRows.id(ticket.index());
        if (keys.at(index) != null) {
            log.plant(COMMENT_TICKET_ORPHAN, id);
            ticketId = ORPHAN_TICKET + index;
        }
        out.add(id)
                .add(ticketId)
                .add(byAgent ? "agent" : "requester")
                .add(
                        byAgent
                                ? AgentRows.FIRST_ID
                                        + draw.below(company.sizes().agents())
                                : RequesterRows.FIRST_ID + ticket.requester())
                .add(texts.of(ticket, byAgent, turn, draw))
                .add(draw.chance(0.92))
                .addClock(Math.min(written, company.calendar().end() - 1) + Tickets.UNSAID_SHIFT)
                .end();
    }
}
