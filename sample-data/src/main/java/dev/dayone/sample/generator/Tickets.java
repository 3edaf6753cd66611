package dev.dayone.sample.generator;

import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;

/** What happened to a ticket, as far as other tables need to know. Moments are true, in UTC. */
final class Tickets {
    /** The helpdesk writes its server's clock, UTC+2, into columns without a zone: found only beside the CRM. */
    static final long UNSAID_SHIFT = 7_200;

    private static final List<String> UNSOLVED = List.of("open", "pending", "on_hold", "open", "new");

    private final Company company;

    Tickets(Company company) {
        this.company = company;
    }

    /** One ticket; a moment of 0 has not come yet. */
    record Ticket(
            long index,
            long requester,
            int day,
            long created,
            long firstReplyMinutes,
            long solved,
            String status,
            int reopened,
            String language,
            String topic) {
        boolean replied() {
            return firstReplyMinutes > 0;
        }

        boolean isSolved() {
            return solved > 0;
        }
    }

    Ticket at(long index) {
        Draw draw = new Draw(company.seed(), Purpose.TICKET, index);
        long count = company.sizes().tickets();
        int day = company.calendar().day(index, count);
        long created = company.calendar().moment(day, draw);
        long requester =
                company.requesters().draw(draw, Math.max(1, company.sizes().requesters() * index / count));
        long reply = Math.max(1, Math.round(draw.around(95, 1.1)));
        long solved = created + 60 * (reply + Math.max(5, Math.round(draw.around(900, 1.2))));
        long end = company.calendar().end();
        boolean isSolved = draw.chance(0.95) && solved < end;
        boolean replied = isSolved || created + 60 * reply < end;
        String status = isSolved ? solved < end - 14 * Calendar.DAY ? "closed" : "solved" : draw.pick(UNSOLVED);
        return new Ticket(
                index,
                requester,
                day,
                created,
                replied ? reply : 0,
                isSolved ? solved : 0,
                status,
                isSolved && draw.chance(0.14) ? 1 + draw.below(3) : 0,
                language(requester, draw),
                draw.pick(TicketTexts.TOPICS));
    }

    private String language(long requester, Draw draw) {
        String own =
                company.people().market(company.requesters().contact(requester)).language();
        return draw.chance(0.75) ? own : "en";
    }
}
