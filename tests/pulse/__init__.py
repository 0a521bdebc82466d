"""The pulse: nobody is tied to an answer, nothing small is worked out, the hard measures are what the history says."""
