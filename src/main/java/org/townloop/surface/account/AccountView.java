package org.townloop.surface.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.Passkey;
import org.townloop.base.identity.Person;
import org.townloop.base.identity.Token;
import org.townloop.base.identity.TokenScope;
import org.townloop.surface.page.Device;
import org.townloop.surface.page.Page;

/**
 * What somebody can see and change of themselves.
 *
 * @param counters where they may redeem, and a token could too
 * @param calendar of one's own bookings
 * @param partner whether they earn a share of a region's sales
 * @param said what was just done, or an empty text
 * @param refusal why something was not, or null
 * @param typed what was typed into the form that has to be mended
 */
record AccountView(
        Page page,
        Person person,
        List<ContactRow> contacts,
        List<Passkey> passkeys,
        List<Device> devices,
        List<Token> tokens,
        List<CounterChoice> counters,
        CalendarRow calendar,
        boolean partner,
        String said,
        @Nullable String refusal,
        Typed typed) {

    /** What stands in the forms. */
    record Typed(@Nullable String name, String contact, String label) {

        static final Typed NOTHING = new Typed(null, "", "");
    }

    /**
     * The address at which one's bookings are read.
     *
     * @param madeAt null if there is none
     * @param link only right after it was made, else null
     */
    record CalendarRow(@Nullable Instant madeAt, @Nullable String link) {}

    record ContactRow(String kind, String value, boolean verified) {}

    /** @param value as the form has it: region, merchant and place */
    record CounterChoice(String value, String name) {}

    String name() {
        return typed.name() == null ? person.name() : typed.name();
    }

    boolean writtenIn(Locale language) {
        return person.language().getLanguage().equals(language.getLanguage());
    }

    String browser(Device device) {
        return device.browser().isEmpty() ? page.text("account.devices.unknown") : device.browser();
    }

    String ago(Instant then) {
        return page.times().ago(then);
    }

    String lastUsed(@Nullable Instant used) {
        return used == null ? page.text("account.never-used") : page.text("account.last-used", "ago", ago(used));
    }

    String scope(Token token) {
        return switch (token.scope()) {
            case TokenScope.Everything() -> page.text("account.tokens.everything");
            case TokenScope.Counter counter ->
                counters.stream()
                        .filter(choice -> choice.value().equals(Counters.value(counter)))
                        .findFirst()
                        .map(choice -> page.text("account.tokens.counter-of", "place", choice.name()))
                        .orElseGet(() -> page.text("account.tokens.counter-gone"));
        };
    }
}
