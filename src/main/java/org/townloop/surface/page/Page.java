package org.townloop.surface.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Region;

/**
 * What every template needs of the request it answers. A controller takes it as a parameter and gives it to its view.
 *
 * @param region whose portal this is
 * @param actor who is signed in, or null
 * @param path the address without the query
 * @param query the query as it came, or an empty text
 * @param csrfName the name of the hidden field that every form carries
 * @param inBasket how much this browser has in its basket
 * @param nonce by which the page's own rules of style are known
 */
public record Page(
        Wording texts,
        Formats formats,
        Region region,
        List<Region> towns,
        @Nullable Actor actor,
        Scheme scheme,
        String path,
        String query,
        String csrfName,
        String csrfToken,
        Assets assets,
        int inBasket,
        Nonce nonce) {

    public Locale locale() {
        return texts.locale();
    }

    public Times times() {
        return formats.times();
    }

    public String text(String key) {
        return texts.get(key);
    }

    /** The text with facts given as names and values in turn. */
    public String text(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }

    /** What stands between two sentences: a space, in Chinese nothing. */
    public String gap() {
        return locale().equals(Locale.ENGLISH) ? " " : "";
    }

    public String say(Words words) {
        return words.in(locale());
    }

    public String money(Money money) {
        return formats.money(money);
    }

    /** The sentence that says why not, and what to do. */
    public String refusal(Refusal refusal) {
        var facts = new HashMap<String, Object>();
        facts.put("field", String.valueOf(refusal.field()));
        refusal.facts().forEach((name, fact) -> facts.put(name, readable(fact)));
        return texts.get("refusal." + refusal.reason().code(), facts);
    }

    /** The BCP 47 tag for the {@code lang} attribute. */
    public String language() {
        return locale().toLanguageTag();
    }

    /** The address of a file under {@code static}, which changes with its content. */
    public String asset(String file) {
        return assets.address(file);
    }

    /** The BCP 47 tag of the language that this page is not in. */
    public String otherLanguage() {
        return locale().getLanguage().equals("zh") ? "en" : "zh-CN";
    }

    /** This page's address in the other language. */
    public String inOtherLanguage() {
        return inLanguage(otherLanguage());
    }

    /** This page's address in the language. */
    public String inLanguage(String tag) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + tag;
    }

    /** This page's address as a parameter of another one, to come back to. */
    public String hereEncoded() {
        return encoded(query.isEmpty() ? path : path + "?" + query);
    }

    /** An address as a parameter of another one. */
    public String encoded(String address) {
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private Object readable(Object fact) {
        return switch (fact) {
            case Money money -> money(money);
            case Instant instant -> times().soon(instant);
            case Words words -> say(words);
            default -> fact;
        };
    }
}
