package badtown.fields.loop.visit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class Visits {
    @Autowired
    @Nullable
    Clock clock;
}
