package org.townloop.surface.account;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.townloop.base.identity.CodePost;
import org.townloop.base.identity.Contact;

/** Takes codes instead of sending them. */
@Primary
class CaughtCodes implements CodePost {

    private final Map<String, String> last = new ConcurrentHashMap<>();

    @Override
    public void post(Contact to, String code, Locale language) {
        last.put(to.value(), code);
    }

    /** The last that went there. */
    String to(String contact) {
        var code = last.get(contact);
        if (code == null) {
            throw new AssertionError("no code went to " + contact + ", only to " + last.keySet());
        }
        return code;
    }

    boolean has(String contact) {
        return last.containsKey(contact);
    }

    /** Six digits that are not those. */
    static String not(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
