package dev.dayone.sample.generator;

import dev.dayone.sample.generator.Draw.Purpose;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The persons behind contacts, as they really are: without any defect. */
final class People {
    private final long seed;
    private final long count;
    private final Accounts accounts;
    private final Map<String, String> slugs = new ConcurrentHashMap<>();

    People(long seed, long count, Accounts accounts) {
        this.seed = seed;
        this.count = count;
        this.accounts = accounts;
    }

    /** One person; the e-mail belongs to nobody else. */
    record Person(long account, String domain, Market market, String given, String family, String email, String phone) {
        String fullName() {
            return given + " " + family;
        }
    }

    /** The account of a person, without making the rest. */
    long account(long index) {
        return accounts.drawIndex(new Draw(seed, Purpose.PERSON, index), (double) index / count);
    }

    /** The market of a person, without making the rest. */
    Market market(long index) {
        Draw draw = new Draw(seed, Purpose.PERSON, index);
        long account = accounts.drawIndex(draw, (double) index / count);
        return draw.chance(0.85) ? accounts.market(account) : Market.draw(draw);
    }

    Person at(long index) {
        Draw draw = new Draw(seed, Purpose.PERSON, index);
        Accounts.Account account = accounts.at(accounts.drawIndex(draw, (double) index / count));
        Market market = draw.chance(0.85) ? account.market() : Market.draw(draw);
        String given = draw.pick(market.given());
        String family = draw.pick(market.family());
        String domain = draw.chance(0.1) ? "mail.example" : account.domain();
        return new Person(
                account.index(),
                account.domain(),
                market,
                given,
                family,
                mailbox(given, family, draw) + (index + 11) + "@" + domain,
                phone(market, draw));
    }

    /** The part before the at sign, in one of the usual patterns, in lower case. */
    String mailbox(String given, String family, Draw draw) {
        String first = slug(given);
        String last = slug(family);
        return switch (draw.below(4)) {
            case 0 -> first.charAt(0) + "." + last;
            case 1 -> last + "." + first;
            default -> first + "." + last;
        };
    }

    String slug(String name) {
        return slugs.computeIfAbsent(name, Spelling::slug);
    }

    static String phone(Market market, Draw draw) {
        return "+" + market.dial() + (1 + draw.below(9)) + draw.digits(7 + draw.below(3));
    }
}
