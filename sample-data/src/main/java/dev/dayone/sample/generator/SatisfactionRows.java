package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.Tickets.Ticket;

/** Table {@code helpdesk.satisfaction}: what a quarter of the solved tickets' requesters thought of it. */
final class SatisfactionRows implements TableRows {
    private static final int TICKETS_A_RATING = 4;

    private final Company company;
    private final CommentTexts texts = new CommentTexts();
    private final Planting scores;

    SatisfactionRows(Company company) {
        this.company = company;
        scores = new Planting(company.seed(), "rating-score").with(RATING_OUT_OF_RANGE, 4);
    }

    @Override
    public String table() {
        return "satisfaction";
    }

    @Override
    public long count() {
        return company.sizes().tickets() / TICKETS_A_RATING;
    }

    @Override
    public void plantInTable(DefectLog log) {
        log.plantTable(RATING_TABLE_WITHOUT_KEY);
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        Draw draw = new Draw(company.seed(), Purpose.RATING, index);
        Ticket ticket = company.tickets().at(index * TICKETS_A_RATING + draw.below(TICKETS_A_RATING));
        if (!ticket.isSolved()) {
            return;
        }
        long id = index + 1;
        int score = draw.chance(0.22) ? 1 + draw.below(2) : 3 + draw.below(3);
        boolean explained = draw.chance(0.3);
        if (scores.at(index) != null) {
            log.plant(RATING_OUT_OF_RANGE, id);
            score = draw.chance(0.5) ? 0 : 99;
        }
        long rated = ticket.solved() + 60L * (5 + draw.below(2_000));
        out.add(id)
                .add(TicketRows.id(ticket.index()))
                .add(score)
                .add(explained ? texts.rating(ticket, score, draw) : null)
                .addClock(Math.min(rated, company.calendar().end() - 1) + Tickets.UNSAID_SHIFT)
                .end();
    }
}
