package org.townloop.surface.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {

    /** What an instance shows that has no region yet. */
    private static final Region NOWHERE = new Region(
            new RegionId(0xFF_FFFF),
            null,
            Region.Kind.COUNTY,
            Seals.NOWHERE,
            Words.of("Townloop", "小城圈"),
            ZoneOffset.UTC,
            Currency.getInstance("CNY"),
            List.of("en", "zh-CN"),
            null,
            Seals.OURS,
            new Shares(0, 0, null));

    static final String TOWN_COOKIE = "town";
    static final String SCHEME_COOKIE = "scheme";

    private final Texts texts;
    private final Regions regions;
    private final Assets assets;
    private final Clock clock;
    private final Cookies cookies;
    private final String home;

    Pages(
            Texts texts,
            Regions regions,
            Assets assets,
            Clock clock,
            Cookies cookies,
            @Value("${townloop.region}") String home) {
        this.texts = texts;
        this.regions = regions;
        this.assets = assets;
        this.clock = clock;
        this.cookies = cookies;
        this.home = home;
    }

    public Page of(HttpServletRequest request, Locale locale) {
        var wording = texts.in(locale);
        var region = town(request);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                wording,
                new Formats(wording.locale(), region.currency(), new Times(wording.locale(), region.zone(), clock)),
                region,
                neighbours(region),
                actor(request),
                Scheme.of(cookies.get(request, SCHEME_COOKIE)),
                path(request),
                Optional.ofNullable(request.getQueryString())
                        .map(Pages::withoutLanguage)
                        .orElse(""),
                csrf == null ? "_csrf" : csrf.getParameterName(),
                csrf == null ? "" : csrf.getToken(),
                assets,
                BasketCookie.count(cookies.get(request, BasketCookie.NAME)),
                Nonce.of(request));
    }

    /** As {@link Page#refusal}, for which no page is made if there is nothing to put in that depends on the town. */
    String refusal(Refusal refusal, HttpServletRequest request, Locale locale) {
        return refusal.facts().isEmpty()
                ? texts.in(locale)
                        .get("refusal." + refusal.reason().code(), Map.of("field", String.valueOf(refusal.field())))
                : of(request, locale).refusal(refusal);
    }

    /** The town that was chosen, else the one this instance was set up for, else the first there is. */
    private Region town(HttpServletRequest request) {
        return Optional.ofNullable(cookies.get(request, TOWN_COOKIE))
                .flatMap(regions::byCode)
                .or(() -> regions.byCode(home))
                .or(() -> regions.all().stream()
                        .filter(region -> region.kind() == Region.Kind.COUNTY)
                        .findFirst())
                .or(() -> regions.all().stream().findFirst())
                .orElse(NOWHERE);
    }

    /** The towns under the same parent, itself among them. */
    private List<Region> neighbours(Region town) {
        return regions.all().stream()
                .filter(region -> region.parent() != null && region.parent().equals(town.parent()))
                .toList();
    }

    private static @Nullable Actor actor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }

    /** The address that was asked for, also while its error page is written. */
    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
    }

    private static String withoutLanguage(String query) {
        return query.replaceAll("(^|&)lang=[^&]*", "").replaceFirst("^&", "");
    }
}
