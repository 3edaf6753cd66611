package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;
import java.util.Locale;

/** Table {@code helpdesk.organisations}: the accounts that support knows. */
final class OrganisationRows implements TableRows {
    static final long FIRST_ID = 90_001;

    private final Company company;
    private final Planting references;
    private final Planting names;

    OrganisationRows(Company company) {
        this.company = company;
        references = new Planting(company.seed(), "organisation-reference").with(ORGANISATION_REF_ZEROS_LOST, 60);
        names = new Planting(company.seed(), "organisation-name").with(ORGANISATION_NAME_VARIANT, 20);
    }

    @Override
    public String table() {
        return "organisations";
    }

    @Override
    public long count() {
        return company.sizes().organisations();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = FIRST_ID + index;
        Accounts.Account account = company.accounts().at(index);
        Draw draw = new Draw(company.seed(), Purpose.ORGANISATION, index);
        String reference = account.reference();
        if (references.at(index) != null) {
            log.plant(ORGANISATION_REF_ZEROS_LOST, id);
            reference = Long.toString(account.id());
        }
        String name = account.name();
        if (names.at(index) != null) {
            log.plant(ORGANISATION_NAME_VARIANT, id);
            name = name.toUpperCase(Locale.ROOT);
        }
        int day = Math.max(0, company.accounts().day(index, company.calendar()));
        long created = company.calendar().moment(day, draw) + Tickets.UNSAID_SHIFT;
        out.add(id)
                .add(name)
                .add(reference)
                .add(account.domain())
                .add(draw.pick(List.of("standard", "standard", "standard", "premium", "enterprise")))
                .addClock(created)
                .addClock(company.later(created, draw))
                .end();
    }
}
