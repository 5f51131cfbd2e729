package org.townloop.supply.merchant.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.Util;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads notations strictly; of those that are merely misspelt it tells how they are spelt. */
final class NotationReader {

    private NotationReader() {}

    static Reading read(String text) {
        if (text.length() > Notation.LONGEST) {
            var part = text.substring(0, 20);
            return new Reading.Fault(Reading.Kind.TOO_LONG, Notation.LONGEST + 1, part, null);
        }
        var reading = once(text);
        return reading instanceof Reading.Fault fault && fault.kind() == Reading.Kind.UNREADABLE
                ? new Reading.Fault(fault.kind(), fault.position(), fault.part(), fix(text))
                : reading;
    }

    private static Reading once(String text) {
        var spelling = new Spelling(text);
        var misspelt = spelling.fault();
        if (misspelt != null) {
            return misspelt;
        }
        try {
            return new Reading.Read(new Notation(text, rules(parsed(Spelling.throughTheNight(text), true))));
        } catch (OpeningHoursParseException e) {
            return unreadable(
                    spelling,
                    e.getExceptions().isEmpty() ? e : e.getExceptions().getFirst());
        } catch (Unread e) {
            return new Reading.Fault(e.kind(), Spelling.position(text, e.part()), e.part(), null);
        } catch (RuntimeException | TokenMgrError e) {
            // a parser that does not know what to say of it has not understood it either
            return spelling.unreadable(0, 1);
        }
    }

    private static List<ch.poole.openinghoursparser.Rule> parsed(String text, boolean strict)
            throws OpeningHoursParseException {
        return new OpeningHoursParser(new StringReader(text)).rules(strict);
    }

    private static List<Rule> rules(List<ch.poole.openinghoursparser.Rule> parsed) throws Unread {
        var rules = new ArrayList<Rule>();
        for (var rule : parsed) {
            if (!isEmpty(rule)) {
                rules.add(RuleReader.rule(rule));
            }
        }
        return rules;
    }

    /** After the last semicolon there may be nothing. */
    private static boolean isEmpty(ch.poole.openinghoursparser.Rule rule) {
        return rule.isEmpty() && !rule.isTwentyfourseven() && rule.getModifier() == null && rule.getComment() == null;
    }

    /** The parser names the token before the one that it did not expect, but the one after those it found wrong. */
    private static Reading.Fault unreadable(Spelling spelling, OpeningHoursParseException e) {
        if (e.getColumn() < 0) {
            return spelling.withoutMinutes();
        }
        var unexpected = String.valueOf(e.getMessage()).startsWith("Encountered");
        return spelling.unreadable(e.getColumn(), unexpected ? 1 : -1);
    }

    /** The same hours in the right spelling; null if that is not known. */
    private static @Nullable String fix(String text) {
        try {
            var fixed = Util.rulesToOpeningHoursString(parsed(Colloquial.meant(text), false));
            return !fixed.equals(text) && once(fixed) instanceof Reading.Read(var notation) && !notation.isEmpty()
                    ? fixed
                    : null;
        } catch (OpeningHoursParseException | RuntimeException | TokenMgrError e) {
            return null;
        }
    }
}
