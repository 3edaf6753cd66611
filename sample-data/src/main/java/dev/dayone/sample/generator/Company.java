package dev.dayone.sample.generator;

import java.time.LocalDate;
import java.util.List;

/**
 * The sample company "Kontorwerk", which sells warehouse software: its CRM and its helpdesk, two years of both. The
 * same seed, scale and reference date give the same rows to the last character; what is planted does not depend on the
 * reference date. Holds no rows: any number can be streamed. Thread-safe.
 */
public final class Company {
    /** Raised with every change of the rows: data kept from an older version is made anew. */
    public static final int DATA_VERSION = 1;

    private final long seed;
    private final Sizes sizes;
    private final Calendar calendar;
    private final Accounts accounts;
    private final People people;
    private final Requesters requesters;
    private final Tickets tickets;

    /** The company at a seed and a scale (1: about 20,000 contacts), with records that end before a date. */
    public Company(long seed, double scale, LocalDate reference) {
        this.seed = seed;
        sizes = Sizes.at(scale);
        calendar = new Calendar(reference);
        accounts = new Accounts(seed, sizes.accounts());
        people = new People(seed, sizes.contacts(), accounts);
        requesters = new Requesters(this, new ContactIdentity(this));
        tickets = new Tickets(this);
    }

    /** The tables of the CRM. */
    public List<TableRows> crm() {
        return List.of(
                new UserRows(this),
                new AccountRows(this),
                new ContactRows(this),
                new DealRows(this),
                new ActivityRows(this));
    }

    /** The tables of the helpdesk. */
    public List<TableRows> helpdesk(NoDate noDate) {
        return List.of(
                new AgentRows(this),
                new OrganisationRows(this),
                new RequesterRows(this),
                new TicketRows(this, noDate),
                new CommentRows(this),
                new SatisfactionRows(this));
    }

    /** The tables in which nothing is planted, as {@code source.table}. */
    public static List<String> cleanTables() {
        return List.of("crm.users", "helpdesk.agents");
    }

    long seed() {
        return seed;
    }

    Sizes sizes() {
        return sizes;
    }

    Calendar calendar() {
        return calendar;
    }

    Accounts accounts() {
        return accounts;
    }

    People people() {
        return people;
    }

    Requesters requesters() {
        return requesters;
    }

    Tickets tickets() {
        return tickets;
    }

    /** A moment between another and the end of the records. */
    long later(long moment, Draw draw) {
        return moment + draw.below(Math.max(1, calendar.end() - moment));
    }
}
