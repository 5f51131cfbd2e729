package org.townloop.launch;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.townloop.base.kernel.DataFolder;
import org.townloop.loop.voucher.KeyFile;

/** What a real town cannot do without, each with the way to get it. */
final class TownNeeds {

    private TownNeeds() {}

    /** @throws StartRefused naming all that is missing, and how to get it */
    static void require(Environment environment, TownloopProperties properties) {
        var missing = missing(environment, properties);
        if (!missing.isEmpty()) {
            throw new StartRefused("A real town cannot open yet. It still needs:\n  - "
                    + String.join("\n  - ", missing)
                    + "\nFor a look at a made-up town, which needs nothing: townloop demo");
        }
    }

    /** A sentence for each thing that is missing; empty if nothing is. */
    static List<String> missing(Environment environment, TownloopProperties properties) {
        var missing = new ArrayList<String>();
        url(environment).ifPresent(missing::add);
        if (!reachesPeople(environment)) {
            missing.add("a way to reach people, who sign in by a code sent to them: a mail server (TOWNLOOP_MAIL_HOST"
                    + " and the rest of townloop.mail) or an SMS gateway (TOWNLOOP_SMS_URL and the rest of"
                    + " townloop.sms)");
        }
        var key = KeyFile.in(new DataFolder(properties.data()));
        if (!key.exists()) {
            missing.add("the key that signs vouchers: townloop keys new makes it, in "
                    + key.path().toAbsolutePath().normalize());
        }
        return missing;
    }

    /** Whether a gateway is named by which a sign-in code can reach anybody. */
    static boolean reachesPeople(Environment environment) {
        return isSet(environment, "townloop.mail.host") || isSet(environment, "townloop.sms.url");
    }

    /** What is wrong with the public address; empty if nothing. */
    static Optional<String> url(Environment environment) {
        var url = environment.getProperty("townloop.url", "").strip();
        if (url.isEmpty()) {
            return Optional.of("the address at which people find it, for links, passkeys and cookies:"
                    + " TOWNLOOP_URL=https://town.example");
        }
        try {
            var address = URI.create(url);
            if (address.getHost() == null) {
                return Optional.of("an address with a name in it: TOWNLOOP_URL is " + url
                        + ", and should be like https://town.example");
            }
            return "https".equals(address.getScheme()) || isThisMachine(address.getHost())
                    ? Optional.empty()
                    : Optional.of("an address that begins with https://, since passwords and money go over it:"
                            + " TOWNLOOP_URL is " + url + ". Plain http is for localhost only");
        } catch (IllegalArgumentException e) {
            return Optional.of("an address that can be read: TOWNLOOP_URL is " + url);
        }
    }

    private static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost")
                    || host.matches("[0-9.:\\[\\]a-f]+")
                            && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isSet(Environment environment, String key) {
        return !environment.getProperty(key, "").isBlank();
    }
}
