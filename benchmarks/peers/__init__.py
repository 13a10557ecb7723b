"""The pages that the tracker is measured against: the least that Streamlit can show, and Dash."""
