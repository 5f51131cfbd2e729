package org.townloop.base.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;

/** Reads a telephone number or an e-mail address as people type it. */
final class ContactReader {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** Numbers that take a text message and cost their caller no more than usual. */
    private static final Set<PhoneNumberType> TAKE_MESSAGES =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    /** Narrower than RFC 5321, wide enough for every address that people have. */
    private static final Pattern MAIL = Pattern.compile(
            "[^\\s@\"<>(),:;\\\\\\[\\]\\p{C}\\p{Z}]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{1,62}");

    private static final int LONGEST = 254;

    private ContactReader() {}

    /** @param zone tells the country in which a number without one is dialled */
    static Outcome<Contact> read(String typed, ZoneId zone) {
        var text = typed.strip();
        return text.indexOf('@') >= 0 ? mail(text.toLowerCase(Locale.ROOT)) : phone(text, zone);
    }

    private static Outcome<Contact> mail(String text) {
        return text.length() <= LONGEST && MAIL.matcher(text).matches()
                ? Outcome.done(new Contact(Contact.Kind.MAIL, text))
                : unreadable();
    }

    private static Outcome<Contact> phone(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return unreadable();
        }
        try {
            var number = NUMBERS.parse(text, country(zone));
            return takesMessages(number)
                    ? Outcome.done(new Contact(Contact.Kind.PHONE, NUMBERS.format(number, PhoneNumberFormat.E164)))
                    : unreadable();
        } catch (NumberParseException e) {
            return unreadable();
        }
    }

    private static boolean takesMessages(PhoneNumber number) {
        return NUMBERS.isValidNumber(number) && TAKE_MESSAGES.contains(NUMBERS.getNumberType(number));
    }

    /** ISO 3166; a zone of no country (UTC) has numbers with their country in front only. */
    private static String country(ZoneId zone) {
        try {
            return TimeZone.getRegion(zone.getId());
        } catch (IllegalArgumentException e) {
            return "ZZ";
        }
    }

    private static Outcome<Contact> unreadable() {
        return Outcome.refused(Refusal.of(SignInReason.CONTACT_UNREADABLE, "contact"));
    }
}
