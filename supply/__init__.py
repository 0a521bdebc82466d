"""What the program is made of: known vulnerabilities, licences, a bill of materials. Scripts, run by make."""
