package org.townloop.base.region;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The calendars of the class path, {@code holidays/<CODE>.csv}: a year that is not known yet is written at the start. */
@Component
class ShippedHolidays implements SmartInitializingSingleton {

    private final HolidayRows rows;
    private final Calendars calendars;
    private final TransactionTemplate transaction;

    ShippedHolidays(HolidayRows rows, Calendars calendars, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.calendars = calendars;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:holidays/*.csv")) {
                install(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        calendars.reload();
    }

    /** A year that an operator has changed is known and stays as it is. */
    private void install(Resource resource) throws IOException {
        var text = resource.getContentAsString(StandardCharsets.UTF_8);
        var code = Objects.requireNonNull(resource.getFilename()).replace(".csv", "");
        var file = HolidayFile.read(text);
        if (!file.faults().isEmpty()) {
            throw new IllegalStateException(resource.getDescription() + " has faults: " + file.faults());
        }
        transaction.executeWithoutResult(status -> file.years().stream()
                .filter(year -> rows.know(code, year, HolidayFile.source(text)))
                .forEach(year -> rows.write(
                        code,
                        file.days().stream()
                                .filter(day -> day.day().getYear() == year)
                                .toList())));
    }
}
