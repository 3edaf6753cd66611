package dev.dayone.sample.generator;

import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;

/** The company's own people, who use the CRM and answer tickets. */
final class Staff {
    private static final List<Market> OFFICES = Market.ALL.subList(0, 3);

    private Staff() {}

    /** One employee; the mailbox belongs to nobody else. */
    record Employee(Market office, String name, String email, String phone) {}

    static Employee draw(Company company, Purpose purpose, long index, Draw draw) {
        Market office = draw.pick(OFFICES);
        String given = draw.pick(office.given());
        String family = draw.pick(office.family());
        String mailbox = company.people().slug(given) + "." + company.people().slug(family);
        String desk = purpose == Purpose.AGENT ? "support" : "sales";
        return new Employee(
                office,
                given + " " + family,
                mailbox + (index + 1) + "@" + desk + ".kontorwerk.example",
                "+" + office.dial() + (2 + draw.below(8)) + draw.digits(8));
    }
}
