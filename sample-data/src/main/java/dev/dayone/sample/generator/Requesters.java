package dev.dayone.sample.generator;

/** Who writes tickets: the contacts whom the helpdesk knows by e-mail. */
final class Requesters {
    private static final int STEP = 73;

    private final Company company;
    private final ContactIdentity identity;

    Requesters(Company company, ContactIdentity identity) {
        this.company = company;
        this.identity = identity;
    }

    /** The contact (its row number) that a requester is. No two requesters are the same contact. */
    long contact(long requester) {
        long block = requester / Sizes.REQUESTERS_A_BLOCK;
        // The step mixes the block, or its first few requesters would be those with a misspelt contact.
        int place = (int) (requester % Sizes.REQUESTERS_A_BLOCK * STEP % Sizes.REQUESTERS_A_BLOCK);
        return identity.knownByEmail(block, place);
    }

    /** One of the first requesters, of the big accounts more often. */
    long draw(Draw draw, long among) {
        long one = (long) (among * Math.pow(draw.unit(), 1.3));
        long other = (long) (among * Math.pow(draw.unit(), 1.3));
        return company.people().account(contact(one)) <= company.people().account(contact(other)) ? one : other;
    }
}
