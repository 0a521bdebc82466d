"""What is alike in two texts, who may do what with a lesson, and when somebody is asked."""
