package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Table {@code crm.deals}. */
final class DealRows implements TableRows {
    private static final List<String> OPEN = List.of("qualification", "demo", "proposal", "negotiation");
    private static final List<String> UNKNOWN_STAGES =
            List.of("closed-won", "WON!", "tbd", "Angebot", "old - do not use");
    private static final LocalDate FAR_FUTURE = LocalDate.of(9999, 12, 31);

    private final Company company;
    private final Planting dates;
    private final Planting amounts;
    private final Planting stages;
    private final Planting probabilities;
    private final Planting expectations;

    DealRows(Company company) {
        this.company = company;
        long seed = company.seed();
        dates = new Planting(seed, "deal-dates").with(DEAL_CLOSED_BEFORE_CREATED, 3);
        amounts = new Planting(seed, "deal-amount").with(DEAL_CURRENCY_IN_AMOUNT, 24);
        stages = new Planting(seed, "deal-stage").with(DEAL_STAGE_UNKNOWN, 4);
        probabilities = new Planting(seed, "deal-probability").with(DEAL_PROBABILITY_RANGE, 2);
        expectations = new Planting(seed, "deal-expected").with(DEAL_DATE_FAR_FUTURE, 4);
    }

    @Override
    public String table() {
        return "deals";
    }

    @Override
    public long count() {
        return company.sizes().deals();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = 20_001 + index;
        Draw draw = new Draw(company.seed(), Purpose.DEAL, index);
        int day = company.calendar().day(index, count());
        long created = company.calendar().moment(day, draw);
        Accounts.Account account = company.accounts().at(company.accounts().drawIndex(draw, (double) index / count()));
        long closing = created + (5 + draw.below(85)) * Calendar.DAY + draw.below(Calendar.DAY);
        boolean closed = closing < company.calendar().end();
        boolean won = draw.chance(0.4);
        out.add(id)
                .add(account.id())
                .add(UserRows.FIRST_ID + draw.below(company.sizes().users()))
                .add(account.name() + ", "
                        + draw.pick(List.of("new licence", "more seats", "renewal", "add-on: returns")))
                .add(stage(index, closed, won, draw, id, log))
                .add(amount(index, draw, id, log))
                .add(probability(index, closed, won, draw, id, log))
                .add(expectedClose(index, day, draw, id, log))
                .addInstant(created);
        if (dates.at(index) != null) {
            log.plant(DEAL_CLOSED_BEFORE_CREATED, id);
            out.addInstant(created - (1 + draw.below(20)) * Calendar.DAY);
        } else if (closed) {
            out.addInstant(closing);
        } else {
            out.addNull();
        }
        out.addInstant(company.later(created, draw)).end();
    }

    private String stage(long index, boolean closed, boolean won, Draw draw, long id, DefectLog log) {
        if (stages.at(index) != null) {
            log.plant(DEAL_STAGE_UNKNOWN, id);
            return draw.pick(UNKNOWN_STAGES);
        }
        return closed ? won ? "won" : "lost" : draw.pick(OPEN);
    }

    private String amount(long index, Draw draw, long id, DefectLog log) {
        long amount = Math.max(1, Math.round(draw.around(92, 0.9))) * 100;
        if (amounts.at(index) == null) {
            return amount + ".00";
        }
        log.plant(DEAL_CURRENCY_IN_AMOUNT, id);
        return switch (draw.below(4)) {
            case 0 -> String.format(Locale.US, "$ %,d", amount);
            case 1 -> amount + " USD";
            case 2 -> String.format(Locale.UK, "£%,d.00", amount);
            default -> String.format(Locale.US, "CHF %,d.-", amount);
        };
    }

    private long probability(long index, boolean closed, boolean won, Draw draw, long id, DefectLog log) {
        if (probabilities.at(index) != null) {
            log.plant(DEAL_PROBABILITY_RANGE, id);
            return draw.chance(0.5) ? 150 : -1;
        }
        return closed ? won ? 100 : 0 : 10L * (1 + draw.below(9));
    }

    private LocalDate expectedClose(long index, int day, Draw draw, long id, DefectLog log) {
        if (expectations.at(index) != null) {
            log.plant(DEAL_DATE_FAR_FUTURE, id);
            return FAR_FUTURE;
        }
        return LocalDate.ofEpochDay(company.calendar().start(day + 30 + draw.below(90)) / Calendar.DAY);
    }
}
