package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.ACCOUNT_MERGED;
import static dev.dayone.sample.defect.DefectKind.ACCOUNT_REVENUE_TEXT;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;
import java.util.Locale;

/** Table {@code crm.accounts}. */
final class AccountRows implements TableRows {
    private static final List<String> INDUSTRIES = List.of(
            "logistics", "retail", "manufacturing", "healthcare", "food", "energy", "wholesale", "automotive", "media");

    private final Company company;
    private final Planting merging;
    private final Planting revenue;

    AccountRows(Company company) {
        this.company = company;
        merging = new Planting(company.seed(), "account-merge").with(ACCOUNT_MERGED, 6);
        revenue = new Planting(company.seed(), "account-revenue").with(ACCOUNT_REVENUE_TEXT, 40);
    }

    @Override
    public String table() {
        return "accounts";
    }

    @Override
    public long count() {
        return company.sizes().accounts();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        Accounts.Account account = company.accounts().at(index);
        // Another seed than the one that made the name: drawing more there would change every name.
        Draw draw = new Draw(company.seed() + 1, Purpose.ACCOUNT, index);
        Calendar calendar = company.calendar();
        boolean merged = merging.at(index) == ACCOUNT_MERGED;
        long created = calendar.moment(company.accounts().day(index, calendar), draw);
        out.add(account.id())
                .add(account.reference())
                .add(account.name())
                .add(account.domain())
                .add(draw.pick(INDUSTRIES))
                .add(account.market().code())
                .add(draw.pick(account.market().cities()))
                .add(postalCode(draw))
                .add(People.phone(account.market(), draw))
                .add(revenue(index, account, draw, log))
                .add(account.market().currency())
                .add(Math.max(2, Math.round(draw.around(140, 1.1))));
        if (merged) {
            log.plant(ACCOUNT_MERGED, account.id());
            out.add("merged").add(Accounts.FIRST_ID + merging.clean(0, merging.ordinal(index)));
        } else {
            out.add(draw.pick(List.of("customer", "customer", "customer", "prospect", "churned", "partner")))
                    .addNull();
        }
        out.add(UserRows.FIRST_ID + draw.below(company.sizes().users()))
                .addInstant(created)
                .addInstant(company.later(created, draw))
                .end();
    }

    private static String postalCode(Draw draw) {
        return draw.digits(5);
    }

    private String revenue(long index, Accounts.Account account, Draw draw, DefectLog log) {
        long amount = Math.max(10, Math.round(draw.around(1_800, 1.2))) * 1_000;
        if (revenue.at(index) == null) {
            return Long.toString(amount);
        }
        log.plant(ACCOUNT_REVENUE_TEXT, account.id());
        return switch (draw.below(4)) {
            case 0 -> String.format(Locale.GERMANY, "%,d,00", amount);
            case 1 -> String.format(Locale.GERMANY, "%.1f Mio", amount / 1e6);
            case 2 -> account.market().currency() + String.format(Locale.US, " %,d", amount);
            default -> "ca. " + amount / 1000 + "k";
        };
    }
}
