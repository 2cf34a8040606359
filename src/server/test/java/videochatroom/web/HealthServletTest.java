package videochatroom.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HealthServletTest {

    @Test
    void answersAsMicroProfileHealthDoes() {
        assertEquals("{\"status\":\"UP\",\"checks\":[]}", HealthServlet.json(true));
        assertEquals("{\"status\":\"DOWN\",\"checks\":[]}", HealthServlet.json(false));
    }
}
