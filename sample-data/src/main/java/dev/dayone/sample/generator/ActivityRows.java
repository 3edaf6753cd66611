package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;

/** Table {@code crm.activities}: calls, mails and the mirror of tickets, until the mirror broke. */
final class ActivityRows implements TableRows {
    private static final long ORPHAN_CONTACT = 8_000_000;
    /** The share of tickets that were there when writing stopped, about 120 days before the end. */
    private static final double UNTIL = 0.745;

    private final Company company;
    private final Planting keys;

    ActivityRows(Company company) {
        this.company = company;
        keys = new Planting(company.seed(), "activity-keys").with(ACTIVITY_CONTACT_ORPHAN, 3);
    }

    @Override
    public String table() {
        return "activities";
    }

    @Override
    public long count() {
        return company.sizes().activities();
    }

    @Override
    public void plantInTable(DefectLog log) {
        log.plantTable(ACTIVITIES_STALE);
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = index + 1;
        Draw draw = new Draw(company.seed(), Purpose.ACTIVITY, index);
        long ticket = (long) (company.sizes().tickets() * UNTIL * (index + 0.5) / count());
        boolean mirror = draw.chance(0.3);
        long contact = mirror
                ? company.requesters().contact(company.tickets().at(ticket).requester())
                : draw.below(company.sizes().contacts());
        out.add(id)
                .add(contact(index, contact, id, log))
                .add(UserRows.FIRST_ID + draw.below(company.sizes().users()));
        if (mirror) {
            log.plant(ACTIVITY_TIME_ZONE_SHIFT, id);
            out.add("ticket")
                    .add("Helpdesk ticket " + TicketRows.id(ticket))
                    .addInstant(company.tickets().at(ticket).created())
                    .addNull()
                    .add(TicketRows.id(ticket));
        } else {
            int day = company.calendar().day(ticket, company.sizes().tickets());
            out.add(draw.pick(List.of("call", "email", "meeting", "note")))
                    .add(draw.pick(
                            List.of("Quarterly review", "Offer sent", "Follow-up", "Onboarding", "Renewal talk")))
                    .addInstant(company.calendar().moment(day, draw))
                    .add(5L * (1 + draw.below(18)))
                    .addNull();
        }
        out.end();
    }

    private long contact(long index, long contact, long id, DefectLog log) {
        if (keys.at(index) == null) {
            return contact + 1;
        }
        log.plant(ACTIVITY_CONTACT_ORPHAN, id);
        return ORPHAN_CONTACT + index;
    }
}
