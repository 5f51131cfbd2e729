package org.townloop.base.notice;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.CodePost;
import org.townloop.base.identity.Contact;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;

/** Queues codes in the name of the town that is shown first. Known and unknown contacts are treated alike. */
@Component
class Codes implements CodePost {

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Dispatch dispatch;
    private final Gateways gateways;
    private final Regions regions;
    private final String home;

    Codes(Dispatch dispatch, Gateways gateways, Regions regions, @Value("${townloop.region}") String home) {
        this.dispatch = dispatch;
        this.gateways = gateways;
        this.regions = regions;
        this.home = home;
    }

    @Override
    public void post(Contact to, String code, Locale language) {
        var kept = language.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        dispatch.sendCode(town().id(), to, Map.of("code", code), kept, GOOD_FOR);
    }

    private Region town() {
        return regions.byCode(home)
                .or(() -> regions.all().stream()
                        .filter(region -> region.kind() == Region.Kind.COUNTY)
                        .findFirst())
                .or(() -> regions.all().stream().findFirst())
                .orElseThrow(() -> new IllegalStateException("an instance without a region has nobody to sign in"));
    }

    @Override
    public boolean reaches(Contact.Kind kind) {
        return switch (kind) {
            case PHONE -> gateways.has(Channel.SMS);
            case MAIL -> gateways.has(Channel.MAIL);
        };
    }
}
