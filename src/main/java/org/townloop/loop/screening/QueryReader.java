package org.townloop.loop.screening;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;

/** Reads a query from named texts, as they stand in an address or a form. */
@Component
public class QueryReader {

    /**
     * Understands {@code region} (number or code), {@code place}, {@code q}, {@code pack}, {@code near=lat,lon}, {@code
     * within} (metres), {@code open=START/DURATION}, {@code priceMin}, {@code priceMax} (minor units), {@code
     * ratingMin}, {@code attr.KEY[.min|.all]}, {@code sort}, {@code limit} and {@code cursor}; blank ones count as not
     * given, several values of {@code pack} or {@code attr.KEY} as "one of these".
     *
     * @return the query, or the first parameter that is wrong
     */
    public Outcome<Query> read(Map<String, List<String>> parameters) {
        throw new UnsupportedOperationException("not read yet: " + parameters.keySet());
    }
}
