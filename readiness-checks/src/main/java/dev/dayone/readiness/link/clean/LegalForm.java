package dev.dayone.readiness.link.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves out the legal form behind a company's name and the marks in it: {@code Müller & Co. KG} is {@code müller}. */
final class LegalForm implements KeyCleaner {
    private static final Pattern FORM = Pattern.compile(
            "(?iu)[\\s,.(]+(?:g?gmbh(?:\\s*(?:&|und|u\\.)\\s*co\\.?\\s*(?:kg|ohg|kgaa)(?:\\s*a\\.?\\s*a\\.?)?)?|(?:&|und|u\\.)\\s*co\\.?(?:\\s*(?:kg|ohg|kgaa))?"
                    + "|mbh|ag|kg|kgaa|ohg|ug(?:\\s*\\(haftungsbeschränkt\\))?|gbr|e\\.?\\s?k\\.?|e\\.?\\s?v\\.?|eg|se|inc|incorporated|corp|corporation|llc|l\\.l\\.c|llp"
                    + "|ltd|limited|plc|co|company|s\\.?\\s?a\\.?|s\\.?a\\.?s|s\\.?a\\.?r\\.?l|s\\.?r\\.?l|s\\.?p\\.?a|s\\.?l|b\\.?v|n\\.?v"
                    + "|oy|oyj|ab|as|a/s|aps|sp\\.?\\s*z\\s*o\\.?\\s*o|s\\.?r\\.?o|kft|zrt|pty(?:\\s*ltd)?)[.)]*\\s*$");
    private static final Pattern MARKS = Pattern.compile("[\\s.,;:'\"’`´()-]+");

    @Override
    public String name() {
        return "legal form";
    }

    @Override
    public String difference() {
        return "in the legal form of a company";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return from.isText() && to.isText() && (from.isOften(from.legalForms()) || to.isOften(to.legalForms()));
    }

    @Override
    public boolean joinsCompanies() {
        return true;
    }

    @Override
    public String clean(String key) {
        String name = key;
        for (Matcher form = FORM.matcher(name); form.find(); form = FORM.matcher(name)) {
            if (form.start() == 0) {
                break;
            }
            name = name.substring(0, form.start());
        }
        String bare = MARKS.matcher(name).replaceAll(" ").strip();
        return bare.isEmpty() ? key : bare;
    }

    static boolean isCompany(String key) {
        Matcher form = FORM.matcher(key);
        return form.find() && form.start() > 0;
    }
}
