package dev.dayone.readiness.link.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps the domain of an e-mail address or a web address, which tells the company; free mail tells none. */
final class DomainOnly implements KeyCleaner {
    private static final Pattern WEB = Pattern.compile(
            "(?:https?://)?(?:www\\.)?((?:[\\p{L}\\p{N}-]+\\.)+\\p{L}{2,})(?:[:/?#].*)?", Pattern.CASE_INSENSITIVE);

    /** Mailboxes of anybody. */
    private static final Set<String> FREE_MAIL = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "outlook.de",
            "hotmail.com",
            "hotmail.de",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.de",
            "yahoo.co.uk",
            "ymail.com",
            "icloud.com",
            "me.com",
            "mac.com",
            "aol.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "gmx.ch",
            "web.de",
            "t-online.de",
            "freenet.de",
            "arcor.de",
            "posteo.de",
            "mailbox.org",
            "proton.me",
            "protonmail.com",
            "orange.fr",
            "free.fr",
            "laposte.net",
            "libero.it",
            "mail.ru",
            "yandex.ru",
            "qq.com",
            "163.com",
            "126.com",
            "naver.com");

    @Override
    public String name() {
        return "domain only";
    }

    @Override
    public String difference() {
        return "in what stands beside their domain";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        boolean mail = from.mostly(from.mails()) || to.mostly(to.mails());
        return mail && from.mostly(from.mails() + from.domains()) && to.mostly(to.mails() + to.domains());
    }

    @Override
    public boolean joinsCompanies() {
        return true;
    }

    @Override
    public String clean(String key) {
        int at = key.lastIndexOf('@');
        String domain = at > 0 ? key.substring(at + 1).toLowerCase(Locale.ROOT) : ofWeb(key);
        return domain.isEmpty() || FREE_MAIL.contains(domain) ? key : domain;
    }

    private static String ofWeb(String key) {
        Matcher web = WEB.matcher(key);
        return web.matches() ? web.group(1).toLowerCase(Locale.ROOT) : key;
    }

    static boolean isDomain(String key) {
        return key.indexOf('.') > 0 && WEB.matcher(key).matches();
    }
}
