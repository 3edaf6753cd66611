package dev.dayone.sample.generator;

import dev.dayone.sample.generator.Tickets.Ticket;

/** What comments and ratings say, in the ticket's language. */
final class CommentTexts {
    String of(Ticket ticket, boolean byAgent, int turn, Draw draw) {
        Phrases phrases = Phrases.in(ticket.language());
        String said = phrases.draw(byAgent ? "agent" : "requester", draw);
        if (turn > 0) {
            return said;
        }
        return phrases.draw("greeting", draw) + "\n\n" + said + "\n\n" + phrases.draw("closing", draw);
    }

    String rating(Ticket ticket, int score, Draw draw) {
        return Phrases.in(ticket.language()).draw(score >= 3 && score <= 5 ? "rating.good" : "rating.bad", draw);
    }
}
