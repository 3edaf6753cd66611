package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.Tickets.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tickets say, composed of sentences, with the defects of texts. */
final class TicketTexts {
    static final List<String> TOPICS =
            List.of("login", "billing", "export", "integration", "performance", "shipping", "inventory", "permissions");
    static final int CUT_AT = 255;

    private final long seed;

    TicketTexts(long seed) {
        this.seed = seed;
    }

    /** A subject and a description. */
    record Text(String subject, String description) {}

    Text of(Ticket ticket, @Nullable DefectKind kind) {
        Draw draw = new Draw(seed, Purpose.TICKET_TEXT, ticket.index());
        Phrases phrases = Phrases.in(kind == TICKET_MOJIBAKE ? "de" : ticket.language());
        String subject = phrases.draw(ticket.topic() + ".subject", draw);
        String body = body(ticket.topic(), phrases, draw);
        if (kind == null) {
            return new Text(subject, notCut(body));
        }
        return switch (kind) {
            case TICKET_HTML -> new Text(subject, notCut(html(body)));
            case TICKET_TRUNCATED -> new Text(subject, cut(body, phrases, draw));
            case TICKET_PERSONAL_DATA -> new Text(subject, notCut(body + "\n\n" + personal(draw)));
            case TICKET_TEST ->
                new Text(draw.pick(List.of("Test", "asdf", "test ticket - please ignore")), "test test test");
            case TICKET_MOJIBAKE -> new Text(Spelling.mojibake(subject), notCut(Spelling.mojibake(body)));
            case TICKET_DESCRIPTION_PLACEHOLDER ->
                new Text(subject, draw.pick(List.of("-", "N/A", "see subject", ".", "siehe Betreff")));
            default -> throw new IllegalStateException("Not a defect of a ticket's text: " + kind);
        };
    }

    private static String body(String topic, Phrases phrases, Draw draw) {
        StringBuilder text = new StringBuilder(400)
                .append(phrases.draw("greeting", draw))
                .append("\n\n")
                .append(phrases.draw(topic + ".problem", draw));
        for (int i = draw.below(4); i > 0; i--) {
            text.append(' ').append(phrases.draw("filler", draw));
        }
        return text.append(' ')
                .append(phrases.draw("ask", draw))
                .append("\n\n")
                .append(phrases.draw("closing", draw))
                .toString();
    }

    /** No whole text may have the length at which others were cut, or they could not be told apart. */
    private static String notCut(String text) {
        return text.length() == CUT_AT ? text + "." : text;
    }

    private static String cut(String body, Phrases phrases, Draw draw) {
        StringBuilder text = new StringBuilder(body);
        while (text.length() <= CUT_AT) {
            text.append(' ').append(phrases.draw("filler", draw));
        }
        // A blank at the end would be lost in some readers and with it the length.
        if (text.charAt(CUT_AT - 1) <= ' ') {
            text.setCharAt(CUT_AT - 1, ',');
        }
        return text.substring(0, CUT_AT);
    }

    private static String html(String body) {
        return "<p>" + body.replace("\n\n", "</p><p>") + "</p><br/>&nbsp;";
    }

    private static String personal(Draw draw) {
        return draw.chance(0.5)
                ? "Our bank account for the refund: " + BankNumbers.iban(draw)
                : "Please charge my card " + BankNumbers.card(draw) + " instead.";
    }
}
